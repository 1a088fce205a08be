import type { Drafts } from './draft';

/** Family names that stand first in Chinese and Korean names, in the usual romanisations. */
export const FAMILY_FIRST: ReadonlySet<string> = new Set(
  (
    'Yau Shiu Sin Siu Kwan Ko Lui Wu Or Quat Li Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han ' +
    'Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du ' +
    'Dai Xia Zhong Wan Tian Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin Gu Hou ' +
    'Shao Meng Long Duan Lei Qian Xi Chan Cheung Leung Lau Ng Tsang Tung Yip Lai Kwok Chow Tsai Lee Wong Ho Lam Yeung ' +
    'Tam Mak Fung Kwan Kwong Chiu Hui Ip Tse Poon Szeto Chu Chui Yuen Chiang Hsieh Hsu Tsui Lo Kim Park Choi Jung ' +
    'Jeong Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Yoo Hong Moon Roh Ban Noh Chung Bae Suh Nguyen Tran Pham'
  ).split(' '),
);

/** Do the tokens at `at` and after it look like "Leung Yiu-chung" or "Moon Jae-in"? */
export function isFamilyFirst(drafts: Drafts, at: number): boolean {
  return (
    FAMILY_FIRST.has(drafts.surface(at)) &&
    drafts.together(at, at + 1) &&
    /^[A-Z][a-z]{1,5}-[A-Za-z][a-z]{1,5}$/.test(drafts.surface(at + 1))
  );
}
